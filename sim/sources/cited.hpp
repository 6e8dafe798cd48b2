#pragma once
/// Where a number comes from. A figure of nature is a `Cited`; it cannot be written without naming its
/// source.

#include <string_view>

namespace tactus::source {

/// The four kinds of source (architecture.md, Licence and parts).
enum class Kind { doi, url, book_recalled, design };

/// One entry of the bibliography. Entries are constants with static lifetime, in
/// sim/sources/bibliography.hpp.
struct Source {
    std::string_view name; ///< short name as printed: "Hinds 2004"
    Kind kind;
    std::string_view reference; ///< DOI, URL, book, or the reason of a design value
};

} // namespace tactus::source

namespace tactus {

/// A number from nature in SI units (the unit ends the constant's name), its plausible range, and its source.
struct Cited {
    double value;
    double low;
    double high;
    const source::Source& source;

    constexpr operator double() const {
        return value;
    } // NOLINT(google-explicit-constructor): a Cited is its value

    [[nodiscard]] constexpr float f() const { return static_cast<float>(value); }
};

/// A row of `tactus-sim sources`: a constant with its name, as each folder lists them.
struct NamedConstant {
    std::string_view name; ///< with folder and unit: "tissue.skin_shear_modulus_pa"
    const Cited& constant;
};

} // namespace tactus
