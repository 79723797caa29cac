# bench import: how long the import of a large package takes, and what memory the API holds at most meanwhile.

readonly LARGE_TESTS=50
readonly LARGE_TEST_BYTES=$((10 * 1000 * 1000))

bench_import() {
    local package token answer bare began seconds
    (($# == 0)) || usage_error "bench import takes nothing, not '$*'"
    bench_home
    prepare
    bring_up
    package=$HAETAE_HOME/tmp/large.zip
    pack_large "$package"
    token=$(admin_token)
    say "measuring; the load is $(load)"
    began=$EPOCHREALTIME
    sha256sum "$package" >/dev/null
    bare=$(seconds_since "$began")
    began=$EPOCHREALTIME
    answer=$(send_package "$package" large "$token")
    seconds=$(seconds_since "$began")
    [[ ${answer##*$'\n'} == 201 ]] || die "The package cannot be imported: ${answer%$'\n'*}; log: $LOGS/api.log"
    printf '\nImport of a package of %s MB in %s tests; load %s\n' \
        "$(($(stat -c %s "$package") / 1000000))" "$LARGE_TESTS" "$(load)"
    printf '  haetae %s s, sha256sum of the package %s s, ratio %s\n' "$seconds" "$bare" \
        "$(awk -v one="$seconds" -v other="$bare" 'BEGIN { printf "%.2f", one / other }')"
    printf '  the API held at most %.0f MB, goal at most 512 MB\n' "$(awk -v kb="$(memory api VmHWM)" 'BEGIN { print kb / 1000 }')"
}

# pack_large FILE: tests of random bytes, and nothing that would read them.
pack_large() {
    local directory=$HAETAE_HOME/tmp/large number
    say "packing $LARGE_TESTS tests of $((LARGE_TEST_BYTES / 1000000)) MB"
    mkdir -p "$directory"
    cp -R "$HAETAE_TOP/problems/hello/." "$directory"
    rm -r "$directory/input_validators"
    for ((number = 0; number < LARGE_TESTS; number++)); do
        head -c "$LARGE_TEST_BYTES" /dev/urandom >"$directory/data/secret/large-$number.in"
        echo "Hello World!" >"$directory/data/secret/large-$number.ans"
    done
    "$JDK/bin/jar" --create --no-manifest --no-compress --file "$1" -C "$directory" .
    rm -rf "$directory"
}

# seconds_since MOMENT
seconds_since() {
    awk -v from="$1" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.2f", to - from }'
}
