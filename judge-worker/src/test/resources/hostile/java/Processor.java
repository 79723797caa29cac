// expect: COMPILED
// A processor of annotations is compiled, not run.
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

@SupportedAnnotationTypes("*")
public class Processor extends AbstractProcessor {
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "the processor runs");
        return true;
    }

    public static void main(String[] arguments) {}
}
