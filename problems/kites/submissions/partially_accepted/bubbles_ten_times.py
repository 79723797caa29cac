# Ten rounds of bubble sort are enough for eight kites. @EXPECTED_SCORE@: 20
n = int(input())
places = list(map(int, input().split()))
count = 0
for _ in range(min(n, 10)):
    for i in range(n - 1):
        if places[i] > places[i + 1]:
            places[i], places[i + 1] = places[i + 1], places[i]
            count += 1
print(count)
