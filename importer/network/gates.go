package network

import "math"

// Gates is a recurrent layer of Units, a multiple of 8, that runs over the rows of a projection. A row holds for every unit
// first what is new (u), then what speaks for forgetting less (f) and then for the output to be the state (r):
//
//	f' = σ(f + v₁c)   r' = σ(r + v₂c)   c ← u + f'(c - u)   h = s + r'(φ(c) - s)
//
// where s is what the output is otherwise, φ(x) = x/√(1+x²) and σ = (1 + φ)/2.
type Gates struct {
	Units int
	V     []float32 // v₁ of all units, then v₂
}

// Step sets h and c, the output and the state after a word, from the state before it. h may be skip.
func (g Gates) Step(h, c, in, skip, before []float32) {
	n := g.Units
	gate(&h[:n][0], &c[:n][0], &in[:3*n][0], &skip[:n][0], &g.V[:2*n][0], &before[:n][0], n)
}

// Back is Step backwards: from the gradient of the output and of the state after the word it adds to the gradients of the row, of skip and of v,
// and sets the one of the state to that before the word.
func (g Gates) Back(dh, dc, c, in, skip, before, din, dskip, dv []float32) {
	n := g.Units
	for i := range n {
		was, now, s := before[i], in[i], skip[i]
		f, df := slope(in[n+i] + g.V[i]*was)
		r, dr := slope(in[2*n+i] + g.V[n+i]*was)
		f, df, r, dr = 0.5+0.5*f, 0.5*df, 0.5+0.5*r, 0.5*dr
		out, dout := slope(c[i])
		d := dc[i] + dh[i]*r*dout
		dskip[i] += dh[i] * (1 - r)
		dr *= dh[i] * (out - s)
		df *= d * (was - now)
		din[i] += d * (1 - f)
		din[n+i] += df
		din[2*n+i] += dr
		dv[i] += df * was
		dv[n+i] += dr * was
		dc[i] = d*f + df*g.V[i] + dr*g.V[n+i]
	}
}

// slope is φ(x) and its derivative.
func slope(x float32) (y, dy float32) {
	q := 1 / float32(math.Sqrt(float64(1+x*x)))
	return x * q, q * q * q
}
