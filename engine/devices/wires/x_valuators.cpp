#include "engine/devices/wires/x_valuators.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace tactus::devices {

namespace {

struct Label {
    const char* word;
    std::optional<XAxis> XAxes::*axis;
};

/// xserver-properties.h; a touch screen's MT labels stand for the same.
constexpr std::array labels{Label{"Abs X", &XAxes::x},
                            Label{"Abs Y", &XAxes::y},
                            Label{"Abs MT Position X", &XAxes::x},
                            Label{"Abs MT Position Y", &XAxes::y},
                            Label{"Abs Pressure", &XAxes::pressure},
                            Label{"Abs MT Pressure", &XAxes::pressure},
                            Label{"Abs Tilt X", &XAxes::tilt_x},
                            Label{"Abs Tilt Y", &XAxes::tilt_y}};

std::string label_word(Display* display, Atom label) {
    if (label == None) {
        return {};
    }
    char* word = XGetAtomName(display, label);
    std::string copy = word != nullptr ? word : "";
    XFree(word);
    return copy;
}

} // namespace

XAxes axes_of(Display* display, const XIDeviceInfo& device) {
    XAxes axes;
    for (const XIAnyClassInfo* any :
         std::span(device.classes, static_cast<std::size_t>(device.num_classes))) {
        if (any->type != XIValuatorClass) {
            continue;
        }
        const auto* valuator = reinterpret_cast<const XIValuatorClassInfo*>(any);
        const std::string word = label_word(display, valuator->label);
        for (const Label& label : labels) {
            if (word == label.word) {
                axes.*label.axis = XAxis{.number = valuator->number,
                                         .low = valuator->min,
                                         .high = valuator->max,
                                         .value = valuator->value};
            }
        }
    }
    return axes;
}

bool is_mouse(Display* display, const XIDeviceInfo& device) {
    const Atom test = XInternAtom(display, "XTEST Device", True);
    Atom type = None;
    int format = 0;
    unsigned long count = 0;
    unsigned long left = 0;
    unsigned char* bytes = nullptr;
    const bool by_program = test != None &&
                            XIGetProperty(display, device.deviceid, test, 0, 1, False, AnyPropertyType, &type,
                                          &format, &count, &left, &bytes) == Success &&
                            type != None;
    XFree(bytes);
    for (const XIAnyClassInfo* any :
         std::span(device.classes, static_cast<std::size_t>(device.num_classes))) {
        if (any->type == XIValuatorClass && !by_program) {
            return reinterpret_cast<const XIValuatorClassInfo*>(any)->mode == XIModeRelative;
        }
    }
    return false;
}

Vec2 raw_motion(const XIValuatorState& valuators) {
    Vec2 by(0);
    const double* value = valuators.values;
    for (int number = 0; number < std::min(2, valuators.mask_len * 8); ++number) {
        if (XIMaskIsSet(valuators.mask, number)) {
            by[number] = static_cast<float>(*value++);
        }
    }
    return by;
}

bool is_touch_screen(const XIDeviceInfo& device) {
    const std::span classes(device.classes, static_cast<std::size_t>(device.num_classes));
    return std::ranges::any_of(classes, [](const XIAnyClassInfo* any) {
        return any->type == XITouchClass &&
               reinterpret_cast<const XITouchClassInfo*>(any)->mode == XIDirectTouch;
    });
}

void XAxes::hear(const XIValuatorState& valuators) {
    const double* value = valuators.values; // one for each bit set, in order
    for (int number = 0; number < valuators.mask_len * 8; ++number) {
        if (!XIMaskIsSet(valuators.mask, number)) {
            continue;
        }
        for (auto* axis : {&x, &y, &pressure, &tilt_x, &tilt_y}) {
            if (*axis && (*axis)->number == number) {
                (*axis)->value = *value;
            }
        }
        ++value;
    }
}

} // namespace tactus::devices
