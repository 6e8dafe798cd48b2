#include "engine/ui/widgets/qr_code.hpp"

#include <cmath>
#include <memory>
#include <qrencode.h>

namespace tactus::ui {

QrCode::QrCode(const std::string& text) {
    if (text.empty()) {
        return;
    }
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (code == nullptr) {
        return;
    }
    side_ = code->width;
    dark_.resize(static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_));
    for (std::size_t k = 0; k < dark_.size(); ++k) {
        dark_[k] = (code->data[k] & 1U) != 0;
    }
}

void QrCode::draw(Canvas& canvas, Vec2 at, float size) const {
    if (none()) {
        return;
    }
    constexpr int quiet = 4; // modules around the code, as the standard wants
    const float most = size * canvas.scale() / static_cast<float>(side_ + 2 * quiet);
    const float module = std::max(1.0F, std::floor(most)) / canvas.scale(); // whole pixels: sharp edges
    const float whole = module * static_cast<float>(side_ + 2 * quiet);
    canvas.fill({at.x, at.y, whole, whole}, Colour{255, 255, 255, 255}, 4);
    for (int row = 0; row < side_; ++row) {
        for (int column = 0; column < side_; ++column) {
            if (dark_[static_cast<std::size_t>(row * side_ + column)]) {
                canvas.fill({at.x + module * static_cast<float>(column + quiet),
                             at.y + module * static_cast<float>(row + quiet), module, module},
                            Colour{13, 20, 22, 255});
            }
        }
    }
}

} // namespace tactus::ui
