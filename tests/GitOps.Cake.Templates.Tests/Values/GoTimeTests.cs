using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Tests.Values;

public class GoTimeTests
{
    [Fact]
    public void A_time_prints_as_go_prints_it()
    {
        GoTime.FromClock(2024, 2, 29, 13, 7, 9).ToString().ShouldBe("2024-02-29 13:07:09 +0000 UTC");
        GoTime.FromClock(2024, 2, 29, 13, 7, 9, 120_000_000, -5400, "").ToString().ShouldBe("2024-02-29 13:07:09.12 -0130 -0130");
        GoTime.FromClock(2024, 7, 1, offset: 7200, zone: "CEST").ToString().ShouldBe("2024-07-01 00:00:00 +0200 CEST");
        GoTime.Zero.ToString().ShouldBe("0001-01-01 00:00:00 +0000 UTC");
    }

    [Fact]
    public void A_time_is_written_in_rfc_3339()
    {
        GoTime.FromClock(2024, 1, 2).ToRfc3339().ShouldBe("2024-01-02T00:00:00Z");
        GoTime.FromClock(2024, 1, 2, 3, 4, 5, 600_000_007, 7200).ToRfc3339().ShouldBe("2024-01-02T03:04:05.600000007+02:00");
    }

    [Fact]
    public void The_calendar_agrees_with_dotnet_for_every_day_of_its_range()
    {
        for (var day = DateTimeOffset.MinValue; day < DateTimeOffset.MaxValue.AddDays(-400); day = day.AddDays(97).AddSeconds(12345))
        {
            var time = GoTime.FromDateTimeOffset(day);
            (time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second, time.DayOfWeek, time.DayOfYear)
                .ShouldBe((day.Year, day.Month, day.Day, day.Hour, day.Minute, day.Second, day.DayOfWeek, day.DayOfYear));
            GoTime.FromClock(day.Year, day.Month, day.Day, day.Hour, day.Minute, day.Second).ShouldBe(time);
        }
    }

    [Fact]
    public void Fractions_before_1970_stay_positive() =>
        GoTime.FromDateTimeOffset(new DateTimeOffset(1969, 12, 31, 23, 59, 59, 250, TimeSpan.Zero)).ToRfc3339().ShouldBe("1969-12-31T23:59:59.25Z");
}
