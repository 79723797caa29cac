# Recurses once for every child. @EXPECTED_SCORE@: 20
def crossings(places):
    if not places:
        return 0
    return sum(places[0] > other for other in places[1:]) + crossings(places[1:])


n = int(input())
print(crossings(list(map(int, input().split()))))
