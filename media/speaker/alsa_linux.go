package speaker

// #cgo pkg-config: alsa
// #include <alsa/asoundlib.h>
// static void quiet(const char *file, int line, const char *function, int err, const char *fmt, ...) {}
// static void hush(void) { snd_lib_error_set_handler(quiet); }
// static int try_open(const char *name) {
//   snd_pcm_t *pcm;
//   int err = snd_pcm_open(&pcm, name, SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK);
//   return err < 0 ? err : snd_pcm_close(pcm);
// }
// static int try_any(void) {
//   void **hints, **h;
//   int found = try_open("default") >= 0;
//   if (found || snd_device_name_hint(-1, "pcm", &hints) < 0) return found;
//   for (h = hints; *h && !found; h++) {
//     char *name = snd_device_name_get_hint(*h, "NAME"), *way = snd_device_name_get_hint(*h, "IOID");
//     found = name && strcmp(name, "null") && !(way && !strcmp(way, "Input")) && try_open(name) >= 0;
//     free(name);
//     free(way);
//   }
//   snd_device_name_free_hint(hints);
//   return found;
// }
import "C"

import (
	"cmp"
	"fmt"
	"os"
	"strings"
	"unsafe"
)

// hush keeps ALSA from writing a page to the terminal for each card it does
// not find; the error says it in a line.
func hush() { C.hush() }

const (
	configVariable = "ALSA_CONFIG_PATH"
	systemConfig   = "/usr/share/alsa/alsa.conf"
)

// name makes a device what ALSA takes for the default, by a configuration of
// our own: oto takes no device's name. It comes before ALSA is first used,
// which reads its configuration then.
func name(device, file string) error {
	var b strings.Builder
	for _, before := range strings.Split(cmp.Or(os.Getenv(configVariable), systemConfig), ":") {
		if before != file && before != "" {
			fmt.Fprintf(&b, "<%s>\n", before)
		}
	}
	fmt.Fprintf(&b, "pcm.!default { type plug slave.pcm %q }\n", device)
	if err := os.WriteFile(file, []byte(b.String()), 0o600); err != nil {
		return err
	}
	return os.Setenv(configVariable, file)
}

// there tells why a device cannot be opened, nil when it can. Where it cannot,
// oto would take any other.
func there(device string) error {
	c := C.CString(device)
	defer C.free(unsafe.Pointer(c))
	if err := C.try_open(c); err < 0 {
		return fmt.Errorf("no sound device %q: %s", device, C.GoString(C.snd_strerror(err)))
	}
	return nil
}

// anything tells whether some device can be opened, of those that oto tries.
func anything() bool { return C.try_any() != 0 }
