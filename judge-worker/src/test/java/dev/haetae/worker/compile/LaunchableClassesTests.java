package dev.haetae.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each nested type is a case whose fate under {@code java} 25 was looked up by starting it. */
class LaunchableClassesTests {

    @Test
    void findsWhatTheLauncherCanStart() {
        List<CompiledClass> all = Arrays.stream(LaunchableClassesTests.class.getDeclaredClasses())
                .map(LaunchableClassesTests::parse)
                .toList();

        assertThat(LaunchableClasses.among(all))
                .containsExactlyInAnyOrder(
                        Static.class.getName(),
                        WithoutArguments.class.getName(),
                        Instance.class.getName(),
                        Inheriting.class.getName(),
                        InstanceAfterAll.class.getName(),
                        Interface.class.getName(),
                        WithDefault.class.getName());
    }

    @Test
    void refusesWhatIsNoClassFile() {
        assertThatIllegalArgumentException().isThrownBy(() -> CompiledClass.parse(new byte[] {1, 2, 3}));
    }

    private static CompiledClass parse(Class<?> type) {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream bytes = type.getResourceAsStream(file)) {
            return CompiledClass.parse(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static class Static {
        static void main(String[] arguments) {}
    }

    static class WithoutArguments {
        static int main(String[] arguments) {
            return 1;
        }

        static void main() {}
    }

    static class Instance {
        void main(String[] arguments) {}
    }

    static class Inheriting extends Instance {}

    static class InstanceAfterAll {
        private static void main(String[] arguments) {}

        void main() {}
    }

    interface Interface {
        static void main(String[] arguments) {}
    }

    interface Default {
        default void main() {}
    }

    static class WithDefault implements Default {}

    static class PrivateMain {
        private static void main(String[] arguments) {}
    }

    static final class PrivateConstructor {
        private PrivateConstructor() {}

        void main() {}
    }

    abstract static class Abstract {
        void main() {}
    }

    static class Returning {
        static int main(String[] arguments) {
            return 1;
        }
    }

    static class Implementing implements Interface {}

    static class Nothing {}
}
