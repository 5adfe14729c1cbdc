// Package theme is how the window is coloured, lettered and measured: a Fyne theme with the palette of gui/scene, so that
// panels and canvas are one picture.
//
// The measures keep to a grid of 4. Text is 13, headings are 11 in spaced capitals, the inspector's name is 18. Only one
// accent is used; every other colour means something: a kind, a warning, a quoted phrase.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	base "fyne.io/fyne/v2/theme"

	"skein/assets"
	"skein/graph"
	"skein/gui/scene"
)

// Names of colours that Fyne has no name for. Ask for them with Fyne's theme.Color, or [Color].
const (
	Canvas    fyne.ThemeColorName = "skein-canvas"    // the graph's ground
	Panel     fyne.ThemeColorName = "skein-panel"     // the ground of panels
	Line      fyne.ThemeColorName = "skein-line"      // hairlines
	Text      fyne.ThemeColorName = "skein-text"      // text
	Muted     fyne.ThemeColorName = "skein-muted"     // second lines, headings, counts
	Faint     fyne.ThemeColorName = "skein-faint"     // what is switched off; never the only bearer of a meaning
	Accent    fyne.ThemeColorName = "skein-accent"    // the one accent
	OnAccent  fyne.ThemeColorName = "skein-on-accent" // text on it
	Wash      fyne.ThemeColorName = "skein-wash"      // the accent, thinned to a ground
	Highlight fyne.ThemeColorName = "skein-highlight" // behind a quoted phrase
	Quiet     fyne.ThemeColorName = "skein-quiet"     // behind chips and the search field
	Hover     fyne.ThemeColorName = "skein-hover"     // under the pointer
	Alarm     fyne.ThemeColorName = "skein-alarm"     // what went wrong, what is denied or disputed
	Good      fyne.ThemeColorName = "skein-good"      // what was accepted
	Shade     fyne.ThemeColorName = "skein-shade"     // over the window, under a sheet
	Shadow    fyne.ThemeColorName = "skein-shadow"    // one of the layers around what lies over the window
	None      fyne.ThemeColorName = "skein-none"      // nothing at all

	kindPrefix = "skein-kind-"
)

// KindColor is the name of a kind's colour.
func KindColor(k graph.Kind) fyne.ThemeColorName { return fyne.ThemeColorName(kindPrefix + string(k)) }

// Sizes of text and rows, in pixels at normal density.
const (
	TextSize    = 13
	SmallSize   = 12
	HeadingSize = 11
	NameSize    = 18
	RowHeight   = 27
	BarHeight   = 48
	ButtonSize  = 30
	Corner      = 7
)

// Mode is which palette is used.
type Mode int

// The modes.
const (
	System Mode = iota
	Light
	Dark
)

// Theme is Skein's look. The zero value follows the system.
type Theme struct {
	Mode        Mode
	light, dark *scene.Palette
	regular     fyne.Resource
	bold        fyne.Resource
}

// New makes the theme.
func New(m Mode) *Theme {
	return &Theme{
		Mode: m, light: scene.Light(), dark: scene.Dark(),
		regular: fyne.NewStaticResource("Inter-Regular.otf", assets.FontRegular),
		bold:    fyne.NewStaticResource("Inter-SemiBold.otf", assets.FontSemiBold),
	}
}

// Palette is the palette in use, given what the system prefers.
func (t *Theme) Palette(v fyne.ThemeVariant) *scene.Palette {
	if t.Mode == Dark || t.Mode == System && v == base.VariantDark {
		return t.dark
	}
	return t.light
}

// Color is the colour of a name; Fyne's own widgets ask for Fyne's names.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	p := t.Palette(v)
	if c, ok := own(p, name); ok {
		return c
	}
	if c, ok := fynes(p, name); ok {
		return c
	}
	variant := base.VariantLight
	if p.Dark {
		variant = base.VariantDark
	}
	return base.DefaultTheme().Color(name, variant)
}

func own(p *scene.Palette, name fyne.ThemeColorName) (color.Color, bool) {
	if len(name) > len(kindPrefix) && name[:len(kindPrefix)] == kindPrefix {
		return p.Kind(graph.Kind(name[len(kindPrefix):])), true
	}
	switch name {
	case Canvas:
		return p.Canvas, true
	case Panel:
		return p.Panel, true
	case Line:
		return p.Line, true
	case Text:
		return p.Text, true
	case Muted:
		return p.Muted, true
	case Faint:
		return p.Faint, true
	case Accent:
		return p.Accent, true
	case OnAccent:
		return p.OnAccent, true
	case Wash:
		return thin(p.Accent, pick[uint8](p, 22, 40)), true
	case Highlight:
		return p.Highlight, true
	case Quiet:
		return pick(p, rgb(0xF4F4F1), rgb(0x2A2E33)), true
	case Hover:
		return pick(p, rgb(0xF5F5F2), rgb(0x262A2F)), true
	case Alarm:
		return pick(p, rgb(0xB93A20), rgb(0xF0816A)), true
	case Good:
		return pick(p, rgb(0x177A5E), rgb(0x4CC2A0)), true
	case Shade:
		return pick(p, color.NRGBA{0x1F, 0x23, 0x28, 0x38}, color.NRGBA{0, 0, 0, 0x80}), true
	case Shadow:
		return pick(p, color.NRGBA{0x1F, 0x23, 0x28, 0x07}, color.NRGBA{0, 0, 0, 0x1C}), true
	case None:
		return color.Transparent, true
	}
	return nil, false
}

// fynes are the colours of Fyne's own widgets: entries, menus, scroll bars, file dialogs.
func fynes(p *scene.Palette, name fyne.ThemeColorName) (color.Color, bool) {
	quiet, _ := own(p, Quiet)
	hover, _ := own(p, Hover)
	wash, _ := own(p, Wash)
	alarm, _ := own(p, Alarm)
	good, _ := own(p, Good)
	switch name {
	case base.ColorNameBackground, base.ColorNameMenuBackground, base.ColorNameOverlayBackground, base.ColorNameHeaderBackground:
		return p.Panel, true
	case base.ColorNameForeground:
		return p.Text, true
	case base.ColorNamePlaceHolder:
		return p.Muted, true
	case base.ColorNameDisabled:
		return p.Faint, true
	case base.ColorNamePrimary, base.ColorNameHyperlink:
		return p.Accent, true
	case base.ColorNameForegroundOnPrimary:
		return p.OnAccent, true
	case base.ColorNameFocus, base.ColorNameSelection:
		return wash, true
	case base.ColorNameHover, base.ColorNamePressed:
		return hover, true
	case base.ColorNameButton, base.ColorNameInputBackground, base.ColorNameDisabledButton:
		return quiet, true
	case base.ColorNameInputBorder:
		return color.Transparent, true
	case base.ColorNameSeparator:
		return p.Line, true
	case base.ColorNameShadow:
		return pick(p, color.NRGBA{0, 0, 0, 0x18}, color.NRGBA{0, 0, 0, 0x50}), true
	case base.ColorNameScrollBar:
		return thin(p.Muted, 85), true
	case base.ColorNameScrollBarBackground:
		return color.Transparent, true
	case base.ColorNameError, base.ColorNameWarning:
		return alarm, true
	case base.ColorNameSuccess:
		return good, true
	}
	return nil, false
}

// pick is a value by day or by night.
func pick[T any](p *scene.Palette, light, dark T) T {
	if p.Dark {
		return dark
	}
	return light
}

func rgb(v uint32) color.RGBA {
	return color.RGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

// thin is a colour with little left of it.
func thin(c color.RGBA, alpha uint8) color.NRGBA { return color.NRGBA{c.R, c.G, c.B, alpha} }

// Font is Inter, regular or semibold; Fyne's own faces where Inter has none.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace, s.Symbol:
		return base.DefaultTheme().Font(s)
	case s.Bold:
		return t.bold
	}
	return t.regular
}

// Icon is Fyne's, for Fyne's own widgets.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return base.DefaultTheme().Icon(n) }

// Size is a measure of Fyne's own widgets.
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case base.SizeNameText:
		return TextSize
	case base.SizeNameCaptionText:
		return HeadingSize
	case base.SizeNameHeadingText:
		return NameSize
	case base.SizeNameSubHeadingText:
		return 15
	case base.SizeNamePadding:
		return 4
	case base.SizeNameInnerPadding:
		return 6
	case base.SizeNameLineSpacing:
		return 4
	case base.SizeNameInlineIcon:
		return 16
	case base.SizeNameScrollBar:
		return 9
	case base.SizeNameScrollBarSmall:
		return 4
	case base.SizeNameScrollBarRadius:
		return 4
	case base.SizeNameInputRadius, base.SizeNameSelectionRadius:
		return Corner
	case base.SizeNameInputBorder: // fields have a frame of their own, see package part
		return 0
	case base.SizeNameSeparatorThickness:
		return 1
	}
	return base.DefaultTheme().Size(n)
}

// Color is a colour of the theme in use.
func Color(name fyne.ThemeColorName) color.Color {
	s := fyne.CurrentApp().Settings()
	return s.Theme().Color(name, s.ThemeVariant())
}
