# As much of JSON as an answer of the API needs, by bash and sed alone: where all runs in containers the host may have nothing else.

# json_text TEXT → the text in JSON; a password may hold anything but a line's end.
json_text() {
    local text=${1//\\/\\\\}
    printf '"%s"' "${text//\"/\\\"}"
}

# json_field NAME JSON → the first value of that name.
json_field() {
    [[ $2 =~ \"$1\":(\"([^\"\\]|\\.)*\"|[0-9]+) ]] || return 0
    if [[ ${BASH_REMATCH[1]} == \"* ]]; then
        json_texts "${BASH_REMATCH[1]}"
    else
        echo "${BASH_REMATCH[1]}"
    fi
}

# json_texts JSON → each text of a list, a line each. Escaped control characters stay escaped.
json_texts() {
    { grep -oE '"([^"\\]|\\.)*"' <<<"$1" || true; } | sed -e 's/^"//; s/"$//' -e 's/\\"/"/g; s/\\\//\//g; s/\\\\/\\/g' | while IFS= read -r line; do
        shown "$line"
    done
}

# shown TEXT → the text without control characters, those behind U+007F and of writing direction among them, whatever the locale.
shown() {
    LC_ALL=C sed 's/\xc2[\x80-\x9f]/?/g; s/\xe2\x80[\x8b-\x8f\xaa-\xae]/?/g; s/\xe2\x81[\xa0-\xaf]/?/g' <<<"${1//[[:cntrl:]]/?}"
}
