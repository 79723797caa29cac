# What the distribution has to provide, and installing it without its services starting on their default ports.

readonly LANGUAGES_YAML=$HAETAE_TOP/common/src/main/resources/languages.yaml

# languages_table FILE → one line for each language: id, whether it is a default, its packages.
languages_table() {
    awk '
        function flush() { if (id != "") print id, isDefault, packages; id = "" }
        function value(line) { sub(/^[^:]*:[ ]*/, "", line); sub(/[ ]+#.*$/, "", line); gsub(/["\047]/, "", line); return line }
        /^- id:/ { flush(); id = value($0); isDefault = "false"; packages = ""; next }
        /^  default:/ { isDefault = value($0) }
        /^  packages:/ { packages = value($0); gsub(/[][,]/, " ", packages); gsub(/ +/, " ", packages) }
        END { flush() }' "$1" | sed 's/ *$//; s/  */ /g'
}

# choose_languages [all|LIST]: what was asked for, else what this home had, else the defaults. Sets LANGUAGES, a comma list.
choose_languages() {
    local wanted=${1:-} id table
    if [[ -z $wanted && -s $HAETAE_HOME/languages ]]; then
        wanted=$(cat "$HAETAE_HOME/languages")
    fi
    table=$(languages_table "$LANGUAGES_YAML")
    case $wanted in
        '') LANGUAGES=$(awk '$2 == "true" { print $1 }' <<<"$table" | paste -sd, -) ;;
        all) LANGUAGES=$(awk '{ print $1 }' <<<"$table" | paste -sd, -) ;;
        *)
            for id in ${wanted//,/ }; do
                awk -v id="$id" '$1 == id { found = 1 } END { exit !found }' <<<"$table" \
                    || usage_error "There is no language '$id'; there are: $(awk '{ print $1 }' <<<"$table" | paste -sd' ' -)"
            done
            LANGUAGES=${wanted// /,}
            ;;
    esac
}

# language_packages LIST → the packages of these languages.
language_packages() {
    languages_table "$LANGUAGES_YAML" | awk -v ids=",$1," '
        index(ids, "," $1 ",") { for (i = 3; i <= NF; i++) print $i }' | sort -u
}

has_package() {
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# missing_packages LANGUAGES → what is not there yet. Tools count wherever they come from.
missing_packages() {
    local package
    find_postgresql >/dev/null || echo postgresql
    command -v redis-server >/dev/null || echo redis-server
    [[ -n $(rabbitmq_scripts) ]] || echo rabbitmq-server
    command -v mvn >/dev/null || echo maven
    command -v curl >/dev/null || echo curl
    command -v make >/dev/null || echo make
    command -v gcc >/dev/null || echo gcc
    [[ -f /usr/include/stdio.h ]] || echo libc6-dev
    for package in $(language_packages "$1"); do
        has_package "$package" || echo "$package"
    done
}

# need_packages LANGUAGES: installs what is missing, or says what an administrator has to run.
need_packages() {
    local -a missing
    mapfile -t missing < <(missing_packages "$1" | sort -u)
    ((${#missing[@]} > 0)) || return 0
    command -v apt-get >/dev/null \
        || die "Not a Debian: install by hand what provides these Debian packages: ${missing[*]}"
    ((EUID == 0)) \
        || die "Packages are missing; an administrator has to run: apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    install_packages "${missing[@]}"
}

install_packages() (
    log=$LOGS/install.log
    say "installing ${#} packages: $* (log: $log)"
    trap allow_services EXIT
    forbid_services
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q update >>"$log" 2>&1 || say "the package lists could not be refreshed, going on with the old ones"
    apt-get -qq install -y --no-install-recommends -o DPkg::Lock::Timeout=300 -o APT::Status-Fd=3 "$@" 3>&1 >>"$log" 2>&1 \
        </dev/null | show_install_progress || die "apt-get could not install: $*; log: $log"
    say "packages are installed"
)

# Lines of apt are kind:package:percent:text; on a terminal they become one moving line, elsewhere every tenth per cent one.
show_install_progress() {
    local kind package percent text shown=-10
    while IFS=: read -r kind package percent text; do
        case $kind in
            dlstatus) kind='fetching packages:' ;;
            pmstatus) kind='installing packages:' ;;
            *) continue ;;
        esac
        percent=${percent%.*}
        if [[ -t 1 ]]; then
            printf '\r\033[K%7s s  %s %3d %% %.60s' "$(elapsed)" "$kind" "$percent" "${text:-$package}"
        elif ((percent >= shown + 25 || percent < shown)); then
            say "$kind $percent %"
            shown=$percent
        fi
    done
    [[ ! -t 1 ]] || printf '\r\033[K'
}

# An ordinary Debian starts a server as soon as it is installed, and makes a first PostgreSQL cluster: both are for
# administrators who want a server, not for us. A file that an interrupted install left is put back first.
readonly POLICY=/usr/sbin/policy-rc.d
readonly POLICY_SAVED=$POLICY.before-haetae
readonly NO_CLUSTER=/etc/postgresql-common/createcluster.d/haetae.conf

forbid_services() {
    [[ ! -e $POLICY_SAVED ]] || allow_services
    [[ ! -e $POLICY ]] || mv "$POLICY" "$POLICY_SAVED"
    printf '#!/bin/sh\n# Written by haetae while it installs packages.\nexit 101\n' >"$POLICY"
    chmod 0755 "$POLICY"
    (umask 022 && mkdir -p "${NO_CLUSTER%/*}" && echo 'create_main_cluster = false' >"$NO_CLUSTER")
}

allow_services() {
    rm -f "$POLICY" "$NO_CLUSTER"
    [[ ! -e $POLICY_SAVED ]] || mv "$POLICY_SAVED" "$POLICY"
}
