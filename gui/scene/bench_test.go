package scene

import (
	"fmt"
	"image"
	"io"
	"math/rand/v2"
	"testing"

	"skein/graph"
)

// web is a scene of n nodes in clusters and three times as many edges, most of them short, as a layout leaves it.
func web(n int) *Scene {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	s := crowd(n, 0, 7)
	s.Edges = nil
	const cluster = 40
	for i := range s.Nodes {
		if i%cluster == 0 {
			s.Nodes[i].X, s.Nodes[i].Y = r.NormFloat64(), r.NormFloat64()
			continue
		}
		hub := &s.Nodes[i/cluster*cluster]
		s.Nodes[i].X, s.Nodes[i].Y = hub.X+r.NormFloat64()*0.1, hub.Y+r.NormFloat64()*0.1
	}
	for i := range s.Nodes {
		s.Nodes[i].X *= 60 * float64(n) / 30
		s.Nodes[i].Y *= 40 * float64(n) / 30
		for range 2 {
			s.Edges = append(s.Edges, Edge{From: i, To: i/cluster*cluster + r.IntN(min(cluster, n-i/cluster*cluster)), Directed: true})
		}
		s.Edges = append(s.Edges, Edge{From: i, To: r.IntN(n), Modality: graph.Modalities()[r.IntN(5)]})
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
