package scene

import (
	"image"
	"math"
)

// Frame is how a scene is looked at: what may differ from frame to frame without a new scene.
type Frame struct {
	Camera  Camera
	Palette *Palette
	Scale   float64 // device pixels a screen pixel; 0 means 1
	Moving  bool    // in motion: large scenes are drawn without anti-aliasing, and their names not chosen anew
	Dragged bool    // nodes are being dragged: names keep their sides until it ends
	Hover   Hit     // what is under the pointer: lit with its neighbours, the rest dimmed
	Box     *Rect   // the box of a selection being made, in screen pixels
	Lasso   []Point // the lasso of one, in screen pixels
}

// Painter draws scenes into pictures. It keeps names, bitmaps and memory from frame to frame; it is not for concurrent
// use.
type Painter struct {
	set    *typesetter
	names  *names
	labels labels
	raster raster
	list   list
	spots  []spot
}

// NewPainter returns a painter. Making one is cheap, its first frame is not: keep it.
func NewPainter() *Painter {
	p := &Painter{set: newTypesetter()}
	p.names = newNames(p.set.metrics)
	p.labels = labels{names: p.names, hover: -1}
	p.raster.set = p.set
	return p
}

// Paint draws the whole of a picture that starts at (0, 0), such as image.NewRGBA makes. The screen's size is the
// picture's divided by the frame's scale. The index must be the scene's.
func (p *Painter) Paint(img *image.RGBA, ix *Index, f Frame) {
	if img.Rect.Empty() {
		return
	}
	if f.Scale <= 0 {
		f.Scale = 1
	}
	w, h := float64(img.Rect.Dx())/f.Scale, float64(img.Rect.Dy())/f.Scale
	p.build(ix, f, w, h)
	p.raster.paint(img, &p.list, f.Palette.Canvas, f.Scale, f.Moving && len(ix.s.Edges) > manyEdges)
}

// manyEdges is the number of edges from which a picture in motion is drawn roughly, and one from afar with hairlines.
const manyEdges = 6000

// Render draws a scene once, as a picture of w by h screen pixels at a scale.
func Render(s *Scene, cam Camera, pal *Palette, w, h int, scale float64) *image.RGBA {
	if scale <= 0 {
		scale = 1
	}
	img := image.NewRGBA(image.Rect(0, 0, int(math.Round(float64(w)*scale)), int(math.Round(float64(h)*scale))))
	NewPainter().Paint(img, NewIndex(s), Frame{Camera: cam, Palette: pal, Scale: scale})
	return img
}
