#!/bin/sh
# Has Spring find out now what it would find out at each start of a program (its ahead-of-time processing), and puts that into the program's
# unpacked jar. java, javac and jar are those of PATH.
# usage: ahead.sh JAR MAIN-CLASS
set -eu
jar=$1
main=$2
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
java -XX:TieredStopAtLevel=1 -cp "$jar" org.springframework.boot.SpringApplicationAotProcessor "$main" \
    "$made/sources" "$made/resources" "$made/classes" dev.haetae "$(basename "$jar" .jar)"
find "$made/sources" -name '*.java' >"$made/list"
javac -J-XX:TieredStopAtLevel=1 -nowarn -proc:none -cp "$made/classes:$jar" -d "$made/classes" "@$made/list"
# Each start of this jar makes use of it.
echo spring.aot.enabled=true >"$made/classes/spring.properties"
jar --update --file "$jar" -C "$made/classes" .
