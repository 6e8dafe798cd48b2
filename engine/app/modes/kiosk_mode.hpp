#pragma once
/// What a kiosk knows beside the run on its screen: where its loop stands, the visitor's language, how many
/// came, and whether staff is in. Nothing of a visitor outlives the visit but a count.

#include "engine/app/modes/kiosk_course.hpp"
#include "engine/app/modes/kiosk_file.hpp"
#include "engine/app/modes/kiosk_health.hpp"
#include "engine/app/modes/staff_door.hpp"
#include "engine/app/modes/visit_counts.hpp"
#include "engine/ui/screens/kiosk_staff_screen.hpp"
#include "engine/ui/widgets/qr_code.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace tactus::app {

struct KioskSetup {
    KioskSettings settings;
    std::filesystem::path file;     ///< kiosk.toml: what staff sets is kept there
    std::filesystem::path counts;   ///< visits, day by day
    std::string drill;              ///< id or file of the demo; empty = the one made for it
    std::vector<std::string> notes; ///< for the staff
    bool alone = false;             ///< nothing but the kiosk, and only staff leaves it
};

class KioskMode {
public:
    explicit KioskMode(KioskSetup setup);

    [[nodiscard]] KioskPhase phase() const { return course_.phase(); }

    [[nodiscard]] bool on() const { return course_.on(); }

    [[nodiscard]] bool alone() const { return setup_.alone; }

    [[nodiscard]] const KioskCourse& course() const { return course_; }

    [[nodiscard]] const KioskSettings& settings() const { return setup_.settings; }

    [[nodiscard]] const std::string& drill() const { return setup_.drill; }

    /// Of the visitor, or of the site while nobody is there.
    [[nodiscard]] const ui::Translation& words() const { return words_; }

    [[nodiscard]] const ui::QrCode& link() const { return link_; }

    /// Goes there. The way back to attract forgets the visitor.
    void enter(KioskPhase phase);

    KioskCourse::Turn update(bool active, double elapsed_s);

    /// True in the frame in which a device begins to feel a force: what was left lying on a load cell is not
    /// a hand. felt: in this frame.
    bool hand_came(bool felt) { return !std::exchange(felt_, felt) && felt; }

    /// The next client of the attract loop; number of it.
    void next_scene();

    [[nodiscard]] int scene() const { return scene_; }

    /// Seconds since the attract loop began.
    [[nodiscard]] double attract_s() const { return attract_s_; }

    void choose_language(ui::Language language) { words_ = ui::Translation(language); }

    // The staff's:
    void enter_pin(const std::string& pin);
    void set_language(ui::Language language);
    void set_volume(int percent);

    /// A sentence that staff should read; each stands once.
    void note(const std::string& sentence);

    /// True once when somebody knocked at the staff's corner.
    bool knocked(const ui::Interaction& interaction);

    void draw_staff(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask);

    /// For the staff's page.
    void set_health(const KioskHealth& health) { health_ = health; }

    [[nodiscard]] DayCount today() const;

    /// All that staff should read.
    [[nodiscard]] std::vector<std::string> notes() const;

private:
    void keep_settings();

    KioskSetup setup_;
    KioskCourse course_;
    ui::Translation words_;
    ui::QrCode link_;
    VisitCounts visits_;
    CornerKnock knock_;
    PinGate gate_;
    ui::PinPad pad_;
    bool staff_in_ = false; ///< behind the PIN
    bool felt_ = false;     ///< a device felt a force in the frame before
    KioskHealth health_;
    int scene_ = 0;
    double attract_s_ = 0;
    double elapsed_s_ = 0; ///< of this frame
};

/// What a visitor may do to a kiosk: everything with pointer and wheel; of the keyboard only what walks and
/// presses buttons, and the digits of a PIN while staff is asked for it.
devices::InputEvents visitor_events(devices::InputEvents events, KioskPhase phase);

} // namespace tactus::app
