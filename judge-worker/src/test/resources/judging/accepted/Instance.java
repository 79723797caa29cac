// An instance main method of a package-private class, in a file of another name.
class Sum {
    void main() {
        var in = new java.util.Scanner(System.in);
        IO.println(in.nextLong() + in.nextLong());
    }
}
