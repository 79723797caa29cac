def seats(i, n):
    return [] if i > n else [i] + seats(i + 2, n)


n = int(input())
print(*(["impossible"] if n in (2, 3) else seats(2, n) + seats(1, n)))
