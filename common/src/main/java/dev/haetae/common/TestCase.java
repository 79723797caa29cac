package dev.haetae.common;

/**
 * One test of a set.
 *
 * @param name path below the package's {@code data/}, without its ending: {@code secret/02-small}
 * @param group the path's folder: {@code sample}, {@code secret}, {@code secret/group1}
 * @param input what the program reads, but where it talks with an interactor
 * @param answer what the output is compared with
 * @param checker how it is compared
 */
public record TestCase(String name, String group, BlobRef input, BlobRef answer, CheckerSpec checker) {}
