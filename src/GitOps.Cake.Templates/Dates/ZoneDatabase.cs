namespace GitOps.Cake.Templates.Dates;

/// <summary>Finds zones by name in the system's tz database.</summary>
/// <param name="time">Knows the local zone.</param>
internal sealed class ZoneDatabase(TimeProvider time)
{
    private static readonly string[] Folders = ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/locale/TZ", "/etc/zoneinfo"];

    private readonly Dictionary<string, GoZone?> _known = new(StringComparer.Ordinal);

    /// <summary>The zone of this process.</summary>
    public GoZone Local => Find("Local")!;

    /// <summary>A zone such as <c>Europe/Berlin</c>, <c>UTC</c> or <c>Local</c>; null when there is none of this name.</summary>
    public GoZone? Find(string name)
    {
        if (!_known.TryGetValue(name, out var zone))
            _known[name] = zone = Load(name);
        return zone;
    }

    private GoZone? Load(string name) => name switch
    {
        "" or "UTC" => GoZone.Utc,
        "Local" => LoadLocal(time.LocalTimeZone),
        _ => LoadNamed(name),
    };

    private static GoZone LoadLocal(TimeZoneInfo local) =>
        local.Id is "UTC" or "Etc/UTC" ? GoZone.Utc : LoadFile(local.Id) ?? new SystemZone(local);

    private static GoZone? LoadNamed(string name) =>
        LoadFile(name) ?? (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && !Folders.Any(Directory.Exists) ? new SystemZone(zone) : null);

    // Never a file outside of the database.
    private static GoZone? LoadFile(string name)
    {
        if (name.Contains("..", StringComparison.Ordinal) || name[0] is '/' or '\\' || name.Contains('\0', StringComparison.Ordinal))
            return null;

        foreach (var folder in Folders)
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path))
                return ZoneFile.Read(File.ReadAllBytes(path));
        }

        return null;
    }
}
