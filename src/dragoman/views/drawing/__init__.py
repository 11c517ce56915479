"""Drawing: takes what the desk answers, gives where its marks lie; the templates make SVG of that. Pure: no markup."""
