namespace GitOps.Cake.Options;

/// <summary>An option of the command line that this library knows.</summary>
/// <param name="Name">Its name without dashes.</param>
/// <param name="Description">What it does, for people.</param>
/// <param name="IsFlag">Whether it needs no value.</param>
/// <param name="IsRepeatable">Whether it may be given several times.</param>
internal sealed record LibraryOption(string Name, string Description, bool IsFlag = false, bool IsRepeatable = false);
