# problem new: a package to begin with, which is complete and can be verified at once.

problem_new() {
    local directory='' name
    while (($# > 0)); do
        case $1 in
            -*) usage_error "problem new has no option '$1'" ;;
            *)
                [[ -z $directory ]] || usage_error "problem new takes one directory, not also '$1'"
                directory=$1
                ;;
        esac
        shift
    done
    [[ -n $directory ]] || usage_error 'problem new needs a directory to make'
    [[ ! -e $directory ]] || die "$directory is there already"
    name=$(basename "$directory")
    mkdir -p "$directory"/{statement,data/sample,data/secret,submissions/accepted,submissions/wrong_answer,input_validators}
    new_files "$directory" "${name//[^A-Za-z0-9 _-]/}"
    echo "$directory: a problem in the format 2025-09; try ./haetae problem verify $directory"
}

# new_files DIRECTORY NAME: sums, as an example.
new_files() (
    cd "$1"
    cat >problem.yaml <<END
problem_format_version: 2025-09
type: pass-fail
name: "$2"
uuid: $(</proc/sys/kernel/random/uuid)
license: unknown
limits:
  time_limit: 1
  memory: 256
END
    cat >statement/problem.en.md <<'END'
Add two integers.

## Input

One line with two integers *a* and *b* (0 ≤ *a*, *b* ≤ 10⁹).

## Output

One line with their sum.
END
    new_test sample/1 '1 2' 3
    new_test secret/1-zeros '0 0' 0
    new_test secret/2-large '1000000000 1000000000' 2000000000
    cat >input_validators/validate.cpp <<'END'
// Ends with 42 when the input on standard input keeps to the statement.
#include <iostream>
#include <regex>
#include <sstream>

int main() {
    std::stringstream input;
    input << std::cin.rdbuf();
    std::smatch line;
    const std::string text = input.str();
    if (!std::regex_match(text, line, std::regex("(0|[1-9][0-9]{0,9}) (0|[1-9][0-9]{0,9})\n")))
        return 43;
    return std::stoll(line[1]) <= 1000000000 && std::stoll(line[2]) <= 1000000000 ? 42 : 43;
}
END
    cat >submissions/accepted/sum.cpp <<'END'
#include <iostream>

int main() {
    long long a, b;
    std::cin >> a >> b;
    std::cout << a + b << '\n';
}
END
    cat >submissions/wrong_answer/first.cpp <<'END'
#include <iostream>

int main() {
    long long a;
    std::cin >> a;
    std::cout << a << '\n';
}
END
)

new_test() {
    echo "$2" >"data/$1.in"
    echo "$3" >"data/$1.ans"
}
