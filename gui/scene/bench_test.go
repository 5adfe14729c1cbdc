package scene

import (
	"fmt"
	"image"
	"io"
	"math"
	"math/rand/v2"
	"testing"

	"skein/graph"
)

// web is a scene of n nodes in clusters and three times as many edges, two of three within a cluster, most others to one
// near by: on average they are as long as those of a laid out graph of news.
func web(n int) *Scene {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	s := crowd(n, 0, 7)
	s.Edges = nil
	const cluster, gap = 40, 620.0
	for i := range s.Nodes {
		k := float64(i / cluster)
		a, d := k*2.399963, gap*math.Sqrt(k) // seeds of a sunflower
		s.Nodes[i].X = d*math.Cos(a)*1.4 + r.NormFloat64()*gap/3
		s.Nodes[i].Y = d*math.Sin(a) + r.NormFloat64()*gap/3
		own := i / cluster * cluster
		for range 2 {
			s.Edges = append(s.Edges, Edge{From: i, To: own + r.IntN(min(cluster, n-own)), Directed: true})
		}
		to := r.IntN(n)
		if i%40 > 0 {
			to = max(0, i-r.IntN(3*cluster))
		}
		s.Edges = append(s.Edges, Edge{From: i, To: to, Modality: graph.Modalities()[r.IntN(5)]})
	}
	return s
}

// BenchmarkFrame draws all of a scene at 1400x900: at rest, in motion, and after the zoom took another step, when names
// are chosen anew.
func BenchmarkFrame(b *testing.B) {
	for _, n := range []int{1000, 10_000, 50_000} {
		s := web(n)
		ix, p := NewIndex(s), NewPainter()
		cam := Fit(s, 1400, 900, 30)
		img := image.NewRGBA(image.Rect(0, 0, 1400, 900))
		run := func(name string, frame func(i int) Frame) {
			b.Run(fmt.Sprintf("%s/%d nodes", name, n), func(b *testing.B) {
				i := 0
				for b.Loop() {
					p.Paint(img, ix, frame(i))
					i++
				}
			})
		}
		run("rest", func(i int) Frame { return Frame{Camera: cam.Pan(float64(i%7), 0), Palette: Light()} })
		run("moving", func(i int) Frame { return Frame{Camera: cam.Pan(float64(i%7), 0), Palette: Light(), Moving: true} })
		run("near", func(i int) Frame {
			return Frame{Camera: Camera{X: cam.X + float64(i%7), Y: cam.Y, Zoom: 1}, Palette: Light()}
		})
		run("zoom", func(i int) Frame {
			c := cam
			c.Zoom *= 1 + float64(i%2)
			return Frame{Camera: c, Palette: Light()}
		})
	}
}

func BenchmarkIndex(b *testing.B) {
	s := web(10_000)
	for b.Loop() {
		NewIndex(s)
	}
}

// BenchmarkAt asks what lies under the pointer.
func BenchmarkAt(b *testing.B) {
	s := web(10_000)
	ix, cam := NewIndex(s), Fit(s, 1400, 900, 30)
	cam.Zoom = 0.5
	i := 0
	for b.Loop() {
		ix.At(cam, 1400, 900, float64(i*37%1400), float64(i*61%900))
		i++
	}
}

func BenchmarkFit(b *testing.B) {
	s := web(1000)
	for b.Loop() {
		Fit(s, 1400, 900, 30)
	}
}

func BenchmarkSVG(b *testing.B) {
	s := web(1000)
	cam := Fit(s, 1400, 900, 30)
	for b.Loop() {
		SVG(io.Discard, s, cam, Light(), 1400, 900)
	}
}
