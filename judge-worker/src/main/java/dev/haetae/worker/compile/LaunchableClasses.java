package dev.haetae.worker.compile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the classes that the {@code java} launcher can start, by its own rules (JEP 512): {@code main(String[])}, else {@code main()},
 * declared or inherited, returning nothing, not private; for an instance method the class has to have a constructor without parameters
 * that is not private either.
 */
final class LaunchableClasses {

    private final Map<String, CompiledClass> classes;

    private LaunchableClasses(Collection<CompiledClass> classes) {
        this.classes =
                classes.stream().collect(Collectors.toMap(CompiledClass::name, Function.identity(), (a, _) -> a));
    }

    /** Binary names of those that can be started, sorted. */
    static List<String> among(Collection<CompiledClass> classes) {
        LaunchableClasses all = new LaunchableClasses(classes);
        return all.classes.values().stream()
                .filter(all::isLaunchable)
                .map(CompiledClass::name)
                .sorted()
                .toList();
    }

    private boolean isLaunchable(CompiledClass type) {
        return main(type, "([Ljava/lang/String;)V")
                .or(() -> main(type, "()V"))
                .filter(main -> main.isStatic() || isInstantiable(type))
                .isPresent();
    }

    private Optional<CompiledClass.Method> main(CompiledClass type, String descriptor) {
        return find(type, descriptor, classes.size()).filter(main -> !main.isPrivate() && !main.isAbstract());
    }

    /** An interface's static methods are not inherited. {@code depth} bounds the walk, as nothing keeps class files of a hostile make from inheriting in a circle. */
    private Optional<CompiledClass.Method> find(CompiledClass type, String descriptor, int depth) {
        Optional<CompiledClass.Method> declared = type.declared("main", descriptor);
        if (declared.isPresent() || depth == 0) {
            return declared;
        }
        return type.parents().stream()
                .flatMap(parent -> Optional.ofNullable(classes.get(parent)).stream())
                .flatMap(
                        parent -> find(parent, descriptor, depth - 1)
                                .filter(main -> !parent.isInterface() || !main.isStatic())
                                .stream())
                .findFirst();
    }

    private static boolean isInstantiable(CompiledClass type) {
        return !type.isAbstract()
                && type.declared("<init>", "()V")
                        .filter(constructor -> !constructor.isPrivate())
                        .isPresent();
    }
}
