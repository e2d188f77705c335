import { expect, test } from 'vitest'
import { exponentOf, quantile, ratioOf, spreadOf } from '../../bench/harness/spread'

test('the median of an even number lies between the two in the middle, whatever their order', () => {
  expect(quantile([9, 1, 3, 2], 0.5)).toBe(2.5)
  expect(quantile([5], 0.99)).toBe(5)
})

test('nothing measured has no median', () => {
  expect(() => quantile([], 0.5)).toThrow('nothing was measured')
})

test('a spread says where half of the measurements lie and where the slowest begin', () => {
  const hundred = Array.from({ length: 101 }, (_, i) => i)
  expect(spreadOf(hundred)).toEqual({ median: 50, q1: 25, q3: 75, p95: 95, p99: 99, count: 101 })
})

test('measured in turns, each round is compared by itself', () => {
  // The medians alone would say 85 / 40.
  expect(ratioOf([20, 90, 85], [10, 40, 50])).toBe(2)
  expect(ratioOf([20, 30], [10, 10, 10, 10])).toBe(2.5)
})

test('the exponent is 0 for what stays the same, 1 for what grows as the size, 2 for its square', () => {
  const sizes = [1000, 10_000, 100_000]
  const points = (of: (size: number) => number) => sizes.map((size) => ({ size, median: of(size) }))
  expect(exponentOf(points(() => 7))).toBeCloseTo(0)
  expect(exponentOf(points((size) => size / 50))).toBeCloseTo(1)
  expect(exponentOf(points((size) => size ** 2))).toBeCloseTo(2)
})
