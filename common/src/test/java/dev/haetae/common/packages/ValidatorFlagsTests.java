package dev.haetae.common.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.CheckerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorFlagsTests {

    @Test
    void readsNoTextAsNoFlag() {
        assertThat(checker(" \n")).isEqualTo(CheckerSpec.DefaultValidator.WITHOUT_FLAGS);
    }

    @Test
    void readsFlagsInAnyOrder() {
        assertThat(checker("float_absolute_tolerance 1e-6  space_change_sensitive\tcase_sensitive"))
                .isEqualTo(new CheckerSpec.DefaultValidator(true, true, null, 1e-6));
    }

    @Test
    void appliesOneToleranceToBoth() {
        assertThat(checker("float_tolerance .5")).isEqualTo(new CheckerSpec.DefaultValidator(false, false, 0.5, 0.5));
    }

    @Test
    void keepsTwoTolerancesApart() {
        assertThat(checker("float_relative_tolerance 0 float_absolute_tolerance 1E-3"))
                .isEqualTo(new CheckerSpec.DefaultValidator(false, false, 0.0, 1e-3));
    }

    @ParameterizedTest
    @CsvSource({
        "case_sensitive case_sensitive, case_sensitive is given more than once",
        "float_tolerance 1 float_tolerance 1, float_tolerance is given more than once",
        "float_tolerance 1 float_absolute_tolerance 1, float_tolerance cannot be given together with another tolerance",
        "float_relative_tolerance 1 float_tolerance 1, float_tolerance cannot be given together with another tolerance",
        "--verbose, the default validator has no flag --verbose",
        "CASE_SENSITIVE, the default validator has no flag CASE_SENSITIVE",
        "1e-6, the default validator has no flag 1e-6",
        "float_tolerance, float_tolerance needs a number",
        "'float_tolerance 1e-6,', 'float_tolerance needs a number that is not negative, not 1e-6,'",
        "float_tolerance -1, 'float_tolerance needs a number that is not negative, not -1'",
        "float_absolute_tolerance nan, 'float_absolute_tolerance needs a number that is not negative, not nan'",
        "float_relative_tolerance 1e999, 'float_relative_tolerance needs a number that is not negative, not 1e999'",
        "float_tolerance 0x1p-3, 'float_tolerance needs a number that is not negative, not 0x1p-3'"
    })
    void namesTheFlagThatIsWrong(String text, String reason) {
        assertThat(ValidatorFlags.parse(text)).isEqualTo(new ValidatorFlags.Invalid(reason));
    }

    private static CheckerSpec.DefaultValidator checker(String text) {
        return ((ValidatorFlags.Valid) ValidatorFlags.parse(text)).checker();
    }
}
