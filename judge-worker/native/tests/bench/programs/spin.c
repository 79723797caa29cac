// The same work each time, some 50 ms of it, of arithmetic and of a table that the nearest cache holds. No variable in memory that each turn
// of the loop waits for: how soon a core passes it on differs by 1.7 times from one moment to the next, whoever started the program.
enum { TURNS = 40000000, ENTRIES = 2048, SHIFT = 53 };

static unsigned long table[ENTRIES];

int main(void) {
    unsigned long random = 1; // Knuth's MMIX generator
    for (int i = 0; i < TURNS; i++) {
        random = random * 6364136223846793005 + 1442695040888963407;
        table[random >> SHIFT] += random;
    }
    return table[0] == 0;
}
