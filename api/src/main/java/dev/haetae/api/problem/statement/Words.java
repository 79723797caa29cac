package dev.haetae.api.problem.statement;

import java.util.Map;

/** The headings that statements leave to whoever shows them. */
record Words(
        String input,
        String output,
        String interaction,
        String scoring,
        String note,
        String figure,
        String table,
        String sampleInput,
        String sampleOutput,
        String sampleInteraction) {

    private static final Words ENGLISH = new Words(
            "Input",
            "Output",
            "Interaction",
            "Scoring",
            "Note",
            "Figure",
            "Table",
            "Sample Input",
            "Sample Output",
            "Sample Interaction");

    private static final Map<String, Words> BY_LANGUAGE = Map.of(
            "ko",
            new Words("입력", "출력", "상호작용", "배점", "노트", "그림", "표", "예제 입력", "예제 출력", "예제 상호작용"),
            "ru",
            new Words(
                    "Входные данные",
                    "Выходные данные",
                    "Протокол взаимодействия",
                    "Система оценки",
                    "Замечание",
                    "Рисунок",
                    "Таблица",
                    "Пример входных данных",
                    "Пример выходных данных",
                    "Пример взаимодействия"));

    /** Those of a language such as {@code pt-BR}, else the English ones. */
    static Words in(String language) {
        return BY_LANGUAGE.getOrDefault(language.split("-", 2)[0], ENGLISH);
    }
}
