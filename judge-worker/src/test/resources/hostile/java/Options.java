// expect: COMPILED
// as: @Options.java
// A name that means a file of options is a name.
class Options {
    public static void main(String[] arguments) {}
}
