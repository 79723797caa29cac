# problem: a problem setter's tool. verify and new need no service.

cmd_problem() {
    local action=${1:-}
    if [[ " ${*:2} " == *' --help '* || " ${*:2} " == *' -h '* ]]; then
        help_problem
        return
    fi
    case $action in
        verify | import | export | new)
            shift
            "problem_$action" "$@"
            ;;
        '') usage_error "problem needs a command: verify, import, export or new" ;;
        *) usage_error "problem has no command '$action'" ;;
    esac
}

problem_verify() {
    local slots='' languages='' package='' status=0
    while (($# > 0)); do
        case $1 in
            --slots) slots=${2:-} && shift ;;
            --languages) languages=${2:-} && shift ;;
            -*) usage_error "problem verify has no option '$1'" ;;
            *)
                [[ -z $package ]] || usage_error "problem verify takes one package, not also '$1'"
                package=$1
                ;;
        esac
        shift
    done
    [[ -n $package ]] || usage_error "problem verify needs a package, a directory or a zip"
    [[ -e $package ]] || die "There is no package '$package'"
    slots=${slots:-$(($(nproc) > 1 ? $(nproc) - 1 : 1))}
    [[ $slots =~ ^[1-9][0-9]?$ ]] || usage_error "--slots takes a number from 1 to 99, not '$slots'"
    use_temporary_home problem
    trap 'leave_temporary_home $?' EXIT
    trap 'exit 130' INT TERM
    need_jdk
    choose_languages "$languages"
    need_packages "$LANGUAGES"
    build
    install_programs
    # Whatever the package brings is read by programs in the sandbox, which are nobody.
    chmod 0711 "$HAETAE_HOME" "$RUN"
    mkdir -m 0755 "$HAETAE_HOME/p"
    "$JDK/bin/java" -Xmx1g -XX:+UseSerialGC -Dlogback.configurationFile=logback-tool.xml \
        -cp "$(program worker)" dev.haetae.worker.problem.VerifyProblem \
        "$package" "$HAETAE_HOME/app/haetae-runner" "$HAETAE_HOME/p" "$slots" "$LANGUAGES" "$(colours)" || status=$?
    exit "$status"
}

# Whether to colour what goes to standard output: https://no-color.org
colours() {
    if [[ -t 1 && -z ${NO_COLOR:-} ]]; then echo coloured; else echo plain; fi
}
