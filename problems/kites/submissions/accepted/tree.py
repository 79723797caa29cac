n = int(input())
tree = [0] * (n + 1)
count = 0
for seen, place in enumerate(map(int, input().split())):
    count += seen
    i = place
    while i:
        count -= tree[i]
        i &= i - 1
    i = place
    while i <= n:
        tree[i] += 1
        i += i & -i
print(count)
