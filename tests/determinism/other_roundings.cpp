/// A C library that rounds otherwise: preloaded, it moves every result of the transcendental functions by one
/// unit in the last place, as another version of the C library may. A program whose bits change under it
/// calls one. With TACTUS_SAY_CALLS set it says on standard error that it was called.

#include <cmath>
#include <cstdlib>
#include <dlfcn.h>
#include <unistd.h>

namespace {

template <typename Function> Function* next(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

void say(const char* name) {
    if (std::getenv("TACTUS_SAY_CALLS") == nullptr) {
        return;
    }
    std::size_t length = 0;
    while (name[length] != '\0') {
        ++length;
    }
    // Nobody is left to be told of a name that cannot be said.
    [[maybe_unused]] const ssize_t said_name = write(STDERR_FILENO, name, length);
    [[maybe_unused]] const ssize_t said_end = write(STDERR_FILENO, "\n", 1);
}

double moved(double x) { return std::nextafter(x, 1e300); }

float moved(float x) { return std::nextafterf(x, 1e30F); }

} // namespace

#define ONE_ARGUMENT(name)                                                                                   \
    extern "C" double name(double x) noexcept {                                                              \
        say(#name);                                                                                          \
        return moved(next<double(double)>(#name)(x));                                                        \
    }                                                                                                        \
    extern "C" float name##f(float x) noexcept {                                                             \
        say(#name "f");                                                                                      \
        return moved(next<float(float)>(#name "f")(x));                                                      \
    }
#define TWO_ARGUMENTS(name)                                                                                  \
    extern "C" double name(double x, double y) noexcept {                                                    \
        say(#name);                                                                                          \
        return moved(next<double(double, double)>(#name)(x, y));                                             \
    }                                                                                                        \
    extern "C" float name##f(float x, float y) noexcept {                                                    \
        say(#name "f");                                                                                      \
        return moved(next<float(float, float)>(#name "f")(x, y));                                            \
    }

ONE_ARGUMENT(sin)
ONE_ARGUMENT(cos)
ONE_ARGUMENT(tan)
ONE_ARGUMENT(asin)
ONE_ARGUMENT(acos)
ONE_ARGUMENT(atan)
ONE_ARGUMENT(sinh)
ONE_ARGUMENT(cosh)
ONE_ARGUMENT(tanh)
ONE_ARGUMENT(exp)
ONE_ARGUMENT(exp2)
ONE_ARGUMENT(expm1)
ONE_ARGUMENT(log)
ONE_ARGUMENT(log2)
ONE_ARGUMENT(log10)
ONE_ARGUMENT(log1p)
ONE_ARGUMENT(cbrt)
ONE_ARGUMENT(erf)
ONE_ARGUMENT(erfc)
ONE_ARGUMENT(tgamma)
TWO_ARGUMENTS(atan2)
TWO_ARGUMENTS(pow)
TWO_ARGUMENTS(hypot)

extern "C" void sincos(double x, double* sine, double* cosine) noexcept {
    say("sincos");
    next<void(double, double*, double*)>("sincos")(x, sine, cosine);
    *sine = moved(*sine);
    *cosine = moved(*cosine);
}

extern "C" void sincosf(float x, float* sine, float* cosine) noexcept {
    say("sincosf");
    next<void(float, float*, float*)>("sincosf")(x, sine, cosine);
    *sine = moved(*sine);
    *cosine = moved(*cosine);
}
