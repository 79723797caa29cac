coins = range(1, int(input()) + 1)
while len(coins) > 1:
    third = (len(coins) + 1) // 3
    left, right, rest = coins[:third], coins[third : 2 * third], coins[2 * third :]
    print("weigh", left[0], left[-1], right[0], right[-1], flush=True)
    coins = {"<": left, ">": right, "=": rest}[input()]
print("coin", coins[0])
