# Right, and too slow for the festival. @EXPECTED_SCORE@: 50
n = int(input())
places = list(map(int, input().split()))
print(sum(places[left] > places[right] for right in range(n) for left in range(right)))
