package config

import (
	"fmt"
	"math"
	"testing"
)

// rgb is a colour in linear light.
type rgb [3]float64

func colour(t *testing.T, hex string) rgb {
	t.Helper()
	var c [3]uint8
	if _, err := fmt.Sscanf(hex, "#%02x%02x%02x", &c[0], &c[1], &c[2]); err != nil {
		t.Fatalf("%q: %v", hex, err)
	}
	var l rgb
	for i, v := range c {
		if s := float64(v) / 255; s <= 0.04045 {
			l[i] = s / 12.92
		} else {
			l[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return l
}

// contrast is WCAG's ratio.
func contrast(a, b rgb) float64 {
	luminance := func(c rgb) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// eyes are how colours look to the colour-blind (Machado et al. 2009,
// doi:10.1109/TVCG.2009.113, severity 1), and to others.
var eyes = map[string][3]rgb{
	"all three cones": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":      {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia":    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":      {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

func times(m [3]rgb, c rgb) (out rgb) {
	for i, row := range m {
		out[i] = max(0, row[0]*c[0]+row[1]*c[1]+row[2]*c[2])
	}
	return out
}

// oklab is Ottosson's even colour space, in which distance is difference.
func oklab(c rgb) rgb {
	cones := times([3]rgb{{0.4122214708, 0.5363325363, 0.0514459929}, {0.2119034982, 0.6806995451, 0.1073969566}, {0.0883024619, 0.2817188376, 0.6299787005}}, c)
	l, m, s := math.Cbrt(cones[0]), math.Cbrt(cones[1]), math.Cbrt(cones[2])
	return rgb{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}

func TestPaletteIsReadable(t *testing.T) {
	for _, against := range []struct {
		name, hex string
		floor     float64
	}{{"white words", "#ffffff", 4.5}, {"paper", "#f6f1e7", 3}, {"dim paper", "#1a1814", 3}} {
		for _, hex := range Palette {
			if got := contrast(colour(t, hex), colour(t, against.hex)); got < against.floor {
				t.Errorf("%s has %.2f:1 with %s, want %g:1", hex, got, against.name, against.floor)
			}
		}
	}
}

func TestPaletteIsToldApart(t *testing.T) {
	// 0.02 is about the least difference seen side by side.
	for name, eye := range eyes {
		for i, a := range Palette {
			for j, b := range Palette[:i] {
				floor := 0.028
				if i < 6 {
					floor = 0.045
				}
				x, y := oklab(times(eye, colour(t, a))), oklab(times(eye, colour(t, b)))
				if d := math.Hypot(math.Hypot(x[0]-y[0], x[1]-y[1]), x[2]-y[2]); d < floor {
					t.Errorf("%s: %s (%d) and %s (%d) are %.3f apart, want %.3f", name, b, j+1, a, i+1, d, floor)
				}
			}
		}
	}
}
