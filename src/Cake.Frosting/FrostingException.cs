namespace Cake.Frosting;

/// <summary>A program that is put together wrongly.</summary>
public sealed class FrostingException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="FrostingException"/> class.</summary>
    /// <param name="message">What is wrong.</param>
    public FrostingException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="FrostingException"/> class.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">Where it came from.</param>
    public FrostingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
