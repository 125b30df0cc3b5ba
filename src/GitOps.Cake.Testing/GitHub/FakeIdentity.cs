using System.Collections.Immutable;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>Whom a token stands for, and what it may do.</summary>
internal sealed record FakeIdentity
{
    public required string Login { get; init; }

    /// <summary>The App, where it is one.</summary>
    public FakeApp? App { get; init; }

    /// <summary>Whether it is an App as itself, not in a repository.</summary>
    public bool IsAppItself { get; init; }

    /// <summary>Whether it is a token of a user: those may do what the user may, but make no checks.</summary>
    public bool IsUser => App is null;

    /// <summary>Permissions and levels; null where it may do everything.</summary>
    public ImmutableDictionary<string, string>? Permissions { get; init; }

    /// <summary>The one repository that it is for.</summary>
    public string? Repository { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public int Used { get; set; }

    public DateTimeOffset WindowEnds { get; set; }

    public bool May(string permission, string level) =>
        Permissions is null || (Permissions.TryGetValue(permission, out var own) && (own == level || own == "write"));
}
