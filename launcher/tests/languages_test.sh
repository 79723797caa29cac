#!/usr/bin/env bash
# Reading languages.yaml.
. "$(dirname "$0")/checks.sh"

cat >"$HAETAE_HOME/table.yaml" <<'END'
# A comment with - id: nothing
- id: cpp
  name: C++20
  packages: [g++, "libstdc++-dev"]   # two
  default: true
  selfTest:
    source: |
      - id: fooled
      packages: [fooled]
- id: kotlin
  packages: []
  default: false
- id: 'go'
  packages: [golang-go]
END

reads_ids_defaults_and_packages() {
    equal 'cpp true g++ libstdc++-dev
kotlin false
go false golang-go' "$(languages_table "$HAETAE_HOME/table.yaml")"
}

chosen() {
    choose_languages "$1" && echo "$LANGUAGES"
}

has_the_usual_ones_by_default() {
    equal c,cpp,java,python3,pypy3,javascript "$(chosen '')"
}

keeps_what_was_chosen() {
    echo c,java >"$HAETAE_HOME/languages"
    equal c,java "$(chosen '')"
    local status=$?
    rm "$HAETAE_HOME/languages"
    return "$status"
}

all_are_at_least_the_defaults() {
    [[ ,$(chosen all), == *,c,*,javascript,* ]]
}

check 'ids, defaults and packages are read; program text is not' reads_ids_defaults_and_packages
check 'without a choice the defaults are offered' has_the_usual_ones_by_default
check 'a choice is kept' keeps_what_was_chosen
check 'all is all' all_are_at_least_the_defaults
check 'a list may have commas' equal c,cpp "$(chosen c,cpp)"
check 'an unknown language is a usage error' ends 2 "no language 'cobol'" choose_languages c,cobol
check 'packages follow the choice' equal g++ "$(language_packages cpp)"
