#pragma once
/// The reference outputs of facts 6.2 and 6.5, each made by stepping the body's own state equations.

#include <optional>
#include <string>
#include <vector>

namespace tactus::cli {

/// One figure of the facts beside that of the product.
struct ReferenceAnswer {
    std::string quantity; ///< "redness, 3 W/m2"
    std::string when;     ///< "5 min after"
    double facts;         ///< as printed there
    double rounding;      ///< half a unit of its last digit
    double stepped;       ///< by the product
    /// What was printed, in full digits: of the facts' equations by the facts' method. 0.205 may stand there
    /// as 0.20.
    std::optional<double> unrounded = std::nullopt;

    /// (stepped - reference) / reference, where the reference is the unrounded figure if there is one.
    [[nodiscard]] double deviation() const;

    /// Within 2 % of the reference, or the facts' figure when rounded as it is.
    [[nodiscard]] bool kept() const;
};

/// All of them. Pure; some seconds of one core, for two and a half hours of a client's skin.
std::vector<ReferenceAnswer> reference_answers();

} // namespace tactus::cli
