n = int(input())
seen = {0: 1}
total = 0
for i, a in enumerate(map(int, input().split()), 1):
    total = (total + a) % n
    if total in seen:
        print(seen[total], i)
        break
    seen[total] = i + 1
