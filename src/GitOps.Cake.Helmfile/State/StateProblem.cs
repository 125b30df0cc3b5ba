using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.State;

/// <summary>Something in a state file that cannot be used.</summary>
/// <param name="Position">Where; null where no place is to blame.</param>
/// <param name="Message">What is wrong and what to do, without the place.</param>
internal sealed record StateProblem(SourcePosition? Position, string Message)
{
    /// <summary>Whether nothing is wrong with the file, but the native engine does not do what it asks for.</summary>
    public bool IsRefusal { get; init; }

    public override string ToString() => Position switch
    {
        null => Message,
        { Column: > 0 } place => $"{place.File}: line {place.Line}, column {place.Column}: {Message}",
        { Line: > 0 } place => $"{place.File}: line {place.Line}: {Message}",
        _ => $"{Position.File}: {Message}",
    };
}
