# The runner's tests under cgroup v2, whatever the machine at hand has: in guests made of a Debian kernel, busybox and what the build has made,
# by qemu's software emulation, without a network and without root. Compilers stay outside, being 27 times as slow in there.
#
#   $GUEST_CACHE/guest-RECIPE/SUITE/    vmlinuz and busybox of a Debian release; RECIPE is a hash of how they are fetched

# Linux 6.1, where memory.peak cannot be reset, and 6.12, where it can.
readonly GUEST_SUITES=(bookworm trixie)
readonly GUEST_SECONDS=480 # four times what an idle machine takes
readonly GUEST_CACHE=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/haetae
readonly DEBIAN_MIRROR=http://deb.debian.org/debian
readonly DEBIAN_KEYS=/usr/share/keyrings/debian-archive-keyring.gpg
readonly NATIVE=$HAETAE_TOP/judge-worker/native
readonly NATIVE_BUILT=$HAETAE_TOP/judge-worker/target
GUEST_REPORTS=$NATIVE_BUILT/guest-reports

# guest_tests: fails when one fails. What cannot be had here is said, and counts as skipped.
guest_tests() {
    local suite wanting status=0
    for suite in "${GUEST_SUITES[@]}"; do
        if wanting=$(guest_wanting "$suite"); then
            say "no tests under cgroup v2 with the kernel of Debian $suite: $wanting"
            echo "ok - all # SKIP $wanting" | guest_report "$suite"
        else
            guest_test "$suite" || status=1
        fi
    done
    return "$status"
}

# guest_wanting SUITE → why there can be no guest; fails when there can, having installed and fetched what was missing.
guest_wanting() {
    local suite=$1
    local -a missing
    mapfile -t missing < <(guest_packages)
    if ((${#missing[@]} > 0)); then
        if ((EUID != 0)); then
            echo "only root can install what is missing: ${missing[*]}"
            return
        fi
        (install_packages "${missing[@]}") >&2 || { echo "these packages cannot be installed: ${missing[*]}" && return; }
    fi
    if (($(df -Pm "$HAETAE_HOME" | awk 'NR == 2 { print $4 }') < 1000)); then
        echo "less than 1000 MiB are free on the disk of $HAETAE_HOME"
        return
    fi
    [[ ! -f $(guest_cached "$suite")/vmlinuz ]] || return 1
    fetch_guest "$suite" >"$LOGS/guest-$suite.log" 2>&1 && return 1
    echo "it cannot be fetched from $DEBIAN_MIRROR: $(tail -n 1 "$LOGS/guest-$suite.log" | cut -c 1-200)"
}

guest_packages() {
    command -v qemu-system-x86_64 >/dev/null || echo qemu-system-x86
    command -v mke2fs >/dev/null || echo e2fsprogs
}

guest_cached() {
    echo "$GUEST_CACHE/guest-$(declare -f fetch_guest write_apt_configuration | sha256sum | cut -c 1-16)/$1"
}

# fetch_guest SUITE: into the cache.
fetch_guest() (
    work=$(mktemp -d "$HAETAE_HOME/guest.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    directory=$(guest_cached "$1")
    write_apt_configuration "$1" "$work"
    export APT_CONFIG=$work/apt.conf
    cd "$work" && apt-get -q update \
        && kernel=$(apt-cache depends linux-image-cloud-amd64 | awk '/Depends: linux-image/ { print $2 }') \
        && apt-get -q download "$kernel" busybox-static \
        && dpkg-deb -x "$kernel"_*.deb files && dpkg-deb -x busybox-static_*.deb files \
        && mkdir -p "$directory" && cp files/bin/busyb[o]x files/usr/bin/busyb[o]x "$directory/" && cp files/boot/vmlinuz-* "$directory/vmlinuz.new" \
        && mv "$directory/vmlinuz.new" "$directory/vmlinuz"
)

# write_apt_configuration SUITE DIRECTORY: for an apt that knows this release only, and leaves the machine's own alone.
write_apt_configuration() {
    mkdir -p "$2"/{lists/partial,archives/partial}
    touch "$2/status"
    echo "deb [signed-by=$DEBIAN_KEYS] $DEBIAN_MIRROR $1 main" >"$2/sources.list"
    cat >"$2/apt.conf" <<END
Dir::Etc::SourceList "$2/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::State::Lists "$2/lists";
Dir::State::Status "$2/status";
Dir::Cache "$2";
APT::Sandbox::User "";
END
}

# guest_test SUITE: fails when one of its tests does.
guest_test() {
    local results=$LOGS/guest-$1.results
    say "testing the runner under cgroup v2 with the kernel of Debian $1"
    guest_disk "$1" >"$LOGS/guest-$1.log" 2>&1 || die "The disk of a guest cannot be made; log: $LOGS/guest-$1.log"
    boot_guest "$1"
    guest_results "$1" >"$results"
    guest_report "$1" <"$results"
    say "$(grep -c '^ok' "$results" || true) tests pass with the kernel of Debian $1"
    ! grep -A 1 '^not ok' "$results"
}

# guest_disk SUITE: an ext4 file system with busybox, the runner and its tests.
guest_disk() (
    root=$(mktemp -d "$HAETAE_HOME/guest.XXXXXX")
    trap 'rm -rf "$root"' EXIT
    make -s -C "$NATIVE" OUT="$NATIVE_BUILT/haetae-runner" "$NATIVE_BUILT/haetae-runner" tests programs \
        && mkdir -p "$root"/{bin,usr/bin,proc,sys,dev,tmp,haetae/{unit,tests}} \
        && cp "$(guest_cached "$1")/busybox" "$root/usr/" \
        && for name in $("$root/usr/busybox" --list) ../usr/bin/env; do ln -s /usr/busybox "$root/bin/$name"; done \
        && cp "$NATIVE/tests/guest/init" "$root/" \
        && cp "$NATIVE"/tests/*.c "$root/haetae/tests/" \
        && cp "$NATIVE_BUILT"/native/*_test "$root/haetae/unit/" \
        && cp -r "$NATIVE_BUILT"/{haetae-runner,native/drive,native/privileges,native/programs} "$root/haetae/" \
        && chmod -R a+rX "$root" \
        && mke2fs -q -t ext4 -E root_owner=0:0 -d "$root" "$HAETAE_HOME/guest.img" "$(($(du -sm "$root" | cut -f 1) + 128))M"
)

# boot_guest SUITE: returns when it has powered off, with what it said in guest-SUITE.console. Without cx16, since Linux 6.12 crashes at
# random on the cmpxchg16b of qemu 7.2's emulation.
boot_guest() {
    timeout --kill-after 5 "$GUEST_SECONDS" qemu-system-x86_64 -accel tcg,thread=multi -machine q35,usb=off -cpu max,-cx16 -smp 2 -m 1536 \
        -nodefaults -no-user-config -no-reboot -display none -serial "file:$LOGS/guest-$1.console" \
        -drive "file=$HAETAE_HOME/guest.img,if=none,id=disk,format=raw,cache=unsafe" -device nvme,drive=disk,serial=1 \
        -kernel "$(guest_cached "$1")/vmlinuz" \
        -append 'root=/dev/nvme0n1 rw init=/init console=ttyS0 loglevel=1 panic=-1 mitigations=off tsc=reliable' \
        </dev/null >>"$LOGS/guest-$1.log" 2>&1 9>&- &
    TESTING=$!
    wait "$TESTING" || true # what it said is looked at
    rm -f "$HAETAE_HOME/guest.img"
}

# guest_results SUITE → the driver's lines, and one more when they are not all there.
guest_results() {
    local console=$LOGS/guest-$1.console
    tr -d '\r' <"$console" | grep -aE '^((not )?ok - |# )' || true
    if ! grep -aq '^1\.\.' "$console"; then
        echo "not ok - all"
        echo "# the guest did not come to its end in $GUEST_SECONDS s; it said: $(tail -n 1 "$console" | tr -d '\r')"
    fi
}

# guest_report SUITE: makes of such lines a report like JUnit's.
guest_report() {
    mkdir -p "$GUEST_REPORTS"
    awk -v suite="guest.$1" '
        function text(words) { gsub(/&/, "\\&amp;", words); gsub(/</, "\\&lt;", words); gsub(/"/, "\\&quot;", words); return words }
        function close_case() { if (open) cases = cases "</testcase>\n"; open = 0 }
        /^(not )?ok - / {
            close_case()
            name = $0; sub(/^(not )?ok - /, "", name); sub(/ # SKIP .*/, "", name)
            cases = cases "  <testcase classname=\"" suite "\" name=\"" text(name) "\">"
            open = ++tests
            if (/ # SKIP /) { skipped++; cases = cases "<skipped/>" }
            if (/^not /) { failures++; cases = cases "<failure/>" }
        }
        /^# / { cases = cases "<system-out>" text(substr($0, 3)) "</system-out>" }
        END {
            close_case()
            printf "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\">\n%s</testsuite>\n", suite, tests, failures, skipped, cases
        }' >"$GUEST_REPORTS/TEST-guest-$1.xml"
}
