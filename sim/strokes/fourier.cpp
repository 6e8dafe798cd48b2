#include "sim/strokes/fourier.hpp"

#include "sim/math/transcendental.hpp"

#include <bit>
#include <cassert>
#include <complex>
#include <utility>

namespace tactus::strokes {

namespace {

using Complex = std::complex<double>;

// Written out, because the library's complex product may call a routine that checks for NaN.
Complex product(Complex a, Complex b) {
    return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
}

void sort_bit_reversed(std::vector<Complex>& values) {
    for (std::size_t i = 1, j = 0; i < values.size(); ++i) {
        std::size_t bit = values.size() >> 1U;
        for (; (j & bit) != 0; bit >>= 1U) {
            j ^= bit;
        }
        j ^= bit;
        if (i < j) {
            std::swap(values[i], values[j]);
        }
    }
}

} // namespace

std::vector<double> spectrum_magnitude(std::span<const double> signal, std::size_t padded_size) {
    assert(std::has_single_bit(padded_size) && padded_size >= 2 && padded_size >= signal.size());
    std::vector<Complex> values(padded_size);
    for (std::size_t i = 0; i < signal.size(); ++i) {
        values[i] = signal[i];
    }
    sort_bit_reversed(values);
    // One table of roots of unity for all stages: each root is computed once, not by repeated multiplication.
    std::vector<Complex> roots(padded_size / 2);
    for (std::size_t k = 0; k < roots.size(); ++k) {
        const double angle = -2.0 * math::pi * static_cast<double>(k) / static_cast<double>(padded_size);
        roots[k] = {math::cos(angle), math::sin(angle)};
    }
    for (std::size_t half = 1; half < padded_size; half *= 2) {
        const std::size_t stride = padded_size / (2 * half);
        for (std::size_t begin = 0; begin < padded_size; begin += 2 * half) {
            for (std::size_t k = 0; k < half; ++k) {
                const Complex odd = product(values[begin + half + k], roots[k * stride]);
                const Complex even = values[begin + k];
                values[begin + k] = even + odd;
                values[begin + half + k] = even - odd;
            }
        }
    }
    std::vector<double> magnitude(padded_size / 2 + 1);
    for (std::size_t k = 0; k < magnitude.size(); ++k) {
        const Complex value = values[k];
        magnitude[k] = math::sqrt(value.real() * value.real() + value.imag() * value.imag());
    }
    return magnitude;
}

} // namespace tactus::strokes
