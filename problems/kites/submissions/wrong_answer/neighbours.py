# Counts neighbours only. @EXPECTED_SCORE@: 0
n = int(input())
places = list(map(int, input().split()))
print(sum(a > b for a, b in zip(places, places[1:])))
