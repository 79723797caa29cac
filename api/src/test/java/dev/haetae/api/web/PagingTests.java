package dev.haetae.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of every list. */
class PagingTests {

    @Test
    void givesTwentyUnlessAskedForMore() {
        assertThat(Paging.of(null, null).limit()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE})
    void refusesALimitOutsideOneToAHundred(int limit) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Paging.of(limit, null))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(FieldViolation::field)
                        .containsExactly("limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "a b", "AA", "gICA"})
    void refusesWhatIsNoCursor(String cursor) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Paging.of(null, cursor))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(FieldViolation::field)
                        .containsExactly("after"));
    }

    @Test
    void refusesACursorOfAnotherListWhereIdsAreExpected() {
        Paging paging = Paging.of(null, Paging.cursor("a-slug"));

        assertThatExceptionOfType(RefusedException.class).isThrownBy(paging::afterId);
    }

    @Test
    void goesOnBehindThePagesLastItem() {
        Page<String> page = Page.of(List.of("a", "b", "c"), Paging.of(2, null), key -> key);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Paging.of(2, page.next()).after()).isEqualTo("b");
    }

    @Test
    void endsWithAPageThatIsFullButTheLast() {
        assertThat(Page.of(List.of("a", "b"), Paging.of(2, null), key -> key).next())
                .isNull();
    }

    @Test
    void readsAnIdBack() {
        UUID id = UUID.randomUUID();

        assertThat(Paging.of(null, Paging.cursor(id.toString())).afterId()).isEqualTo(id);
    }
}
