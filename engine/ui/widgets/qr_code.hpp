#pragma once
/// A link for a telephone's camera.

#include "engine/ui/canvas.hpp"

#include <string>
#include <vector>

namespace tactus::ui {

/// The modules of a code, row by row; made once, drawn every frame.
class QrCode {
public:
    QrCode() = default; ///< none

    /// None when the text is empty or too long for a code.
    explicit QrCode(const std::string& text);

    [[nodiscard]] bool none() const { return side_ == 0; }

    /// Dark on white with its quiet edge, in a square at `at`.
    void draw(Canvas& canvas, Vec2 at, float size) const;

private:
    int side_ = 0;
    std::vector<bool> dark_;
};

} // namespace tactus::ui
