package dev.haetae.common.packages;

/** The package formats that can be imported; the names are those of the HTTP contract. */
public enum PackageFormat {
    /** Kattis' {@code legacy}, and {@code legacy-icpc}, its subset. */
    ICPC_LEGACY,
    /** The draft {@code 2023-07} of Kattis' {@code 2025-09}, with what tools still wrote as in {@code legacy}. */
    ICPC_2023_07_DRAFT,
    /** Kattis' {@code 2025-09}. */
    ICPC_2025_09,
    /** The full package of Codeforces' Polygon. */
    POLYGON
}
