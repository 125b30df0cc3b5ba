namespace GitOps.Cake.Templates.Dates;

/// <summary>What a zone's clock shows at a time.</summary>
/// <param name="Offset">Seconds east of UTC.</param>
/// <param name="Name">The abbreviation, such as CEST.</param>
/// <param name="IsSummer">Whether this is daylight saving time.</param>
internal readonly record struct ZoneClock(int Offset, string Name, bool IsSummer = false);
