"""A measure (støttende indsats): help that was decided for a child, with the family and with consent."""
