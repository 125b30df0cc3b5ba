namespace GitOps.Cake.Templates.Values;

/// <summary>A value cannot be printed, copied or written: it contains itself, or its text form has no place for it.</summary>
/// <param name="message">What is wrong, for a person.</param>
public sealed class GoValueException(string message) : Exception(message)
{
    /// <summary>No value that people write is nested this deep; one that contains itself is.</summary>
    internal const int MaxDepth = 2000;

    internal static void CheckDepth(int depth)
    {
        if (depth > MaxDepth)
            throw new GoValueException($"the value is nested more than {MaxDepth} levels deep; does a map or list contain itself?");
    }
}
