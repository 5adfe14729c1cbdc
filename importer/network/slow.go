package network

import (
	"math"
	"unsafe"
)

// What follows does what the assembler does, in the same order. The conversions to float32 keep compilers from fusing a product and a sum
// into one operation, which would round once instead of twice.

func fourRowsSlow(c0, c1, c2, c3, a0, a1, a2, a3 *float32, step int, b *float32, n int) {
	to, from := [4]*float32{c0, c1, c2, c3}, [4]*float32{a0, a1, a2, a3}
	panel := unsafe.Slice(b, n*lanes)
	var sums [4][lanes]float32
	for i := range sums {
		sum, a := &sums[i], unsafe.Slice(from[i], (n-1)*step+1)
		*sum = *(*[lanes]float32)(unsafe.Pointer(to[i]))
		for k := range n {
			x, row := a[k*step], panel[k*lanes:][:lanes]
			for j := range sum {
				sum[j] += float32(x * row[j])
			}
		}
	}
	for i, sum := range sums { // only now, since rows may be given twice
		*(*[lanes]float32)(unsafe.Pointer(to[i])) = sum
	}
}

func gateSlow(h, c, in, skip, v, before *float32, n int) {
	ins, vs := unsafe.Slice(in, 3*n), unsafe.Slice(v, 2*n)
	hs, cs, skips, befores := unsafe.Slice(h, n), unsafe.Slice(c, n), unsafe.Slice(skip, n), unsafe.Slice(before, n)
	for i := range n {
		was, now := befores[i], ins[i]
		forget := float32(squash(ins[n+i]+float32(vs[i]*was))*0.5) + 0.5
		reset := float32(squash(ins[2*n+i]+float32(vs[n+i]*was))*0.5) + 0.5
		state := now + float32(forget*(was-now))
		cs[i] = state
		hs[i] = skips[i] + float32(reset*(squash(state)-skips[i]))
	}
}

func mostSlow(a, b *float32, n int) float32 {
	as, bs := unsafe.Slice(a, n), unsafe.Slice(b, n)
	best := as[0] + bs[0]
	for i := range as {
		if v := as[i] + bs[i]; v > best {
			best = v
		}
	}
	return best
}

// squash takes all numbers to those between -1 and 1.
func squash(x float32) float32 {
	return x / float32(math.Sqrt(float64(1+float32(x*x))))
}
