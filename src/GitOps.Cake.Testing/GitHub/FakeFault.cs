namespace GitOps.Cake.Testing.GitHub;

/// <summary>What goes wrong with a request.</summary>
public enum FakeFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>403 with a message about a secondary limit and a time to wait.</summary>
    SecondaryLimit,

    /// <summary>403 with a message about a secondary limit that does not say how long to wait.</summary>
    SecondaryLimitUnsaid,

    /// <summary>429 with a time to wait.</summary>
    TooManyRequests,

    /// <summary>403: the hour's requests are used up until a time.</summary>
    PrimaryLimit,

    /// <summary>502 before anything was done.</summary>
    BadGateway,

    /// <summary>502 although the request was carried out.</summary>
    BadGatewayAfterwards,

    /// <summary>No answer, and nothing was done.</summary>
    Timeout,

    /// <summary>No answer, although the request was carried out.</summary>
    TimeoutAfterwards,

    /// <summary>The connection breaks before the request arrives.</summary>
    Disconnect,
}
