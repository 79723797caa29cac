# Looks at single crates and at the whole cart only.
n = int(input())
a = list(map(int, input().split()))
for i, x in enumerate(a, 1):
    if x % n == 0:
        print(i, i)
        break
else:
    print(1, n)
