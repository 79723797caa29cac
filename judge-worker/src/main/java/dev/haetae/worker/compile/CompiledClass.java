package dev.haetae.worker.compile;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What finding a main method needs to know of a class file.
 *
 * @param name binary name, with dots
 * @param parents binary names of superclass and interfaces, the superclass first
 */
record CompiledClass(String name, List<String> parents, boolean isInterface, boolean isAbstract, List<Method> methods) {

    /** A method by its name and descriptor. */
    record Method(String name, String descriptor, boolean isStatic, boolean isPrivate, boolean isAbstract) {}

    /**
     * Reads a class file.
     *
     * @throws IllegalArgumentException when the bytes are none
     */
    static CompiledClass parse(byte[] classFile) {
        ClassModel model = ClassFile.of().parse(classFile);
        List<String> parents = new ArrayList<>();
        model.superclass().ifPresent(parent -> parents.add(binaryName(parent)));
        model.interfaces().forEach(parent -> parents.add(binaryName(parent)));
        boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
        boolean isAbstract = model.flags().has(AccessFlag.ABSTRACT);
        List<Method> methods =
                model.methods().stream().map(CompiledClass::method).toList();
        return new CompiledClass(binaryName(model.thisClass()), parents, isInterface, isAbstract, methods);
    }

    Optional<Method> declared(String method, String descriptor) {
        return methods.stream()
                .filter(m -> m.name().equals(method) && m.descriptor().equals(descriptor))
                .findFirst();
    }

    private static Method method(MethodModel method) {
        return new Method(
                method.methodName().stringValue(),
                method.methodType().stringValue(),
                method.flags().has(AccessFlag.STATIC),
                method.flags().has(AccessFlag.PRIVATE),
                method.flags().has(AccessFlag.ABSTRACT));
    }

    private static String binaryName(ClassEntry entry) {
        return entry.asInternalName().replace('/', '.');
    }
}
